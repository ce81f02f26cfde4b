# What other programs build on: everything below the window and the command line, for find_package(Queuesmith).
include(CMakePackageConfigHelpers)
set(CMAKE_INSTALL_DEFAULT_COMPONENT_NAME development)
set(CONFIG_FOLDER ${CMAKE_INSTALL_LIBDIR}/cmake/Queuesmith)

set(layers platform domain capacity http cxone sqlite history records provisioning workplace)
foreach(layer IN LISTS layers)
  set_target_properties(queuesmith_${layer} PROPERTIES EXPORT_NAME ${layer})
  install(TARGETS queuesmith_${layer} EXPORT QueuesmithTargets
    ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/src/${layer} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/queuesmith
    FILES_MATCHING PATTERN *.h)
endforeach()
set_target_properties(queuesmith_strict PROPERTIES EXPORT_NAME strict)
install(TARGETS queuesmith_strict EXPORT QueuesmithTargets)
install(EXPORT QueuesmithTargets NAMESPACE Queuesmith:: DESTINATION ${CONFIG_FOLDER})

configure_package_config_file(QueuesmithConfig.cmake.in ${CMAKE_CURRENT_BINARY_DIR}/QueuesmithConfig.cmake
  INSTALL_DESTINATION ${CONFIG_FOLDER})
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/QueuesmithConfigVersion.cmake
  COMPATIBILITY ExactVersion) # until 1.0 anything may change
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/QueuesmithConfig.cmake
  ${CMAKE_CURRENT_BINARY_DIR}/QueuesmithConfigVersion.cmake
  DESTINATION ${CONFIG_FOLDER})
